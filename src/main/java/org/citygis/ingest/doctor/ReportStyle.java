package org.citygis.ingest.doctor;

/** How the report's page looks, on a screen and on paper. */
final class ReportStyle {
  private ReportStyle() {}

  static final String CSS =
      """
      :root{--ink:#1c2530;--soft:#5b6775;--line:#d9dfe6;--ground:#f4f6f8;--good:#1a7f4b;--fair:#b26a00;--bad:#b3261e}
      *{box-sizing:border-box}
      body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
      main{max-width:1040px;margin:0 auto;padding:32px 24px 64px}
      header p{color:var(--soft);margin:4px 0 0}
      h1{font-size:24px;line-height:1.3;margin:0}
      h2{font-size:19px;margin:0;overflow-wrap:anywhere}
      h3{font-size:15px;margin:26px 0 8px}
      section.dataset{background:#fff;border:1px solid var(--line);border-radius:10px;padding:24px;margin-top:24px}
      .verdict{display:flex;gap:14px;align-items:flex-start;background:#fff;border:1px solid var(--line);border-left:6px solid var(--tone);border-radius:10px;padding:16px 20px;margin-top:20px;font-size:17px}
      .good{--tone:var(--good)}.fair{--tone:var(--fair)}.bad{--tone:var(--bad)}
      .facts{color:var(--soft);margin:2px 0 0}
      .lights{display:grid;grid-template-columns:repeat(auto-fit,minmax(160px,1fr));gap:12px;margin:18px 0 0;padding:0;list-style:none}
      .lights li{border:1px solid var(--line);border-top:4px solid var(--tone);border-radius:8px;padding:10px 14px}
      .lights b{display:block}
      .lights span{color:var(--soft);font-size:13px;overflow-wrap:anywhere}
      .lights i{font-style:normal;color:var(--tone);font-weight:600;font-size:13px}
      table{border-collapse:collapse;width:100%;font-size:13.5px}
      .wide{overflow-x:auto}
      th,td{text-align:left;vertical-align:top;padding:6px 10px;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
      th{color:var(--soft);font-weight:600;white-space:nowrap}
      td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
      td .todo{display:block;color:var(--soft)}
      .tag{display:inline-block;border-radius:4px;padding:0 7px;color:#fff;background:var(--tone,#5b6775);font-size:12px;white-space:nowrap}
      .chosen td{background:#eef6f1}
      svg{display:block;width:100%;height:auto;border:1px solid var(--line);border-radius:8px;background:#fbfcfd}
      code{font:13px ui-monospace,Consolas,monospace;white-space:nowrap}
      footer{color:var(--soft);font-size:13px;margin-top:28px}
      @media print{body{background:#fff;font-size:11pt}main{max-width:none;padding:0}section.dataset{border:0;padding:12px 0}tr,.lights li,svg{break-inside:avoid}h3{break-after:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
      """;
}
