package org.citygis.samplecity;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What happens, how often in a year, at which hours and months, and in which words. */
enum IncidentKind {
  TRAFFIC(
      "traffic",
      "accident",
      1750,
      "1111123688665556788864322",
      "111111111111",
      "交通事故",
      "两车追尾，占用一条车道|小客车与电动自行车相撞，一人轻伤|货车侧翻，货物散落路面|车辆剐蹭，双方协商中|行人被撞，已呼叫救护车"),
  MEDICAL(
      "medical",
      "health",
      980,
      "3322334666555555567776543",
      "121111111112",
      "急救求助",
      "老人突发胸痛，需急救|居民摔倒骨折，行动不便|孕妇临产，请求转运|路人晕倒，意识模糊"),
  FIRE(
      "fire",
      "accident",
      430,
      "3322223344455555678887643",
      "332211111123",
      "火情",
      "厨房起火，浓烟较大|电动自行车充电起火|楼道杂物着火，无人员被困|配电箱冒烟|仓库起火，火势蔓延"),
  THEFT(
      "theft",
      "security",
      640,
      "4432112334455566666666554",
      "111111112211",
      "盗窃警情",
      "手机被盗|电动自行车被盗|商铺夜间被撬|车窗被砸，财物丢失"),
  FIGHT(
      "fight",
      "security",
      330,
      "8875311111111122223456789",
      "111112222111",
      "打架斗殴",
      "酒后多人斗殴，两人受伤|消费纠纷引发冲突|邻里纠纷升级"),
  NOISE(
      "noise",
      "security",
      520,
      "7642111222222222334567999",
      "111123333211",
      "噪声扰民",
      "夜间施工噪声|广场舞音量过大|烧烤摊喧哗|酒吧音响扰民"),
  FRAUD(
      "fraud",
      "security",
      260,
      "1111112346788778876554321",
      "111111111111",
      "诈骗警情",
      "冒充客服转账诈骗|刷单返利诈骗|冒充亲友借款"),
  PIPE(
      "pipe",
      "accident",
      260,
      "3322224566555555544444433",
      "332111111123",
      "供水管道爆裂",
      "路面冒水，水压下降|主管破裂，道路积水|小区停水"),
  POWER(
      "power",
      "accident",
      230,
      "3222223455556667788886543",
      "211111332112",
      "停电",
      "小区停电，抢修中|变压器故障|外力破坏电缆"),
  ELEVATOR(
      "elevator",
      "accident",
      240,
      "2111123676555566678876543",
      "111111111111",
      "电梯困人",
      "两人被困，已联系维保|电梯停在楼层之间|老人被困，情绪稳定"),
  GAS(
      "gas",
      "accident",
      130,
      "2222335666655556777665433",
      "332111111123",
      "燃气泄漏",
      "闻到煤气味，已疏散|施工挖破燃气管|厨房阀门泄漏"),
  FLOOD(
      "flood",
      "natural",
      190,
      "3333334444455555566665543",
      "000123984100",
      "内涝积水",
      "路面积水约30厘米，车辆缓行|下穿通道积水，已封闭|地下车库进水|低洼处积水，居民被困"),
  STORM(
      "storm",
      "natural",
      110,
      "2222223344455667788765432",
      "111234554211",
      "大风倒伏",
      "树木倒伏，压住车辆|广告牌松动|围挡倒塌"),
  LANDSLIDE(
      "landslide",
      "natural",
      18,
      "3333334444455555544444333",
      "000123751000",
      "边坡滑塌",
      "山坡土石滑落，道路中断|边坡裂缝扩大，已警戒"),
  CROWD(
      "crowd",
      "security",
      90,
      "1000000012334455667899742",
      "231121112421",
      "人群聚集",
      "演出散场，人流密集|节日客流超过预警值|售楼处前人员聚集"),
  MISSING(
      "missing",
      "security",
      170,
      "1111112345566666666654321",
      "111111111111",
      "人员走失",
      "老人走失，身穿深色外套|儿童与家人走散|智力障碍者走失"),
  FOOD(
      "food",
      "health",
      46,
      "1000000123355322356765321",
      "111123443211",
      "疑似食物中毒",
      "多人聚餐后腹泻|学校食堂多名学生不适"),
  WORK(
      "work",
      "accident",
      75,
      "1111113678876688876432211",
      "111111221111",
      "生产安全事故",
      "脚手架倾斜，一人受伤|机械伤人|化学品少量泄漏");

  private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);
  private static final LocalDateTime TODAY = LocalDateTime.of(2026, 11, 1, 0, 0);
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
  private static final double[] WEIGHTS = new double[values().length];

  static {
    for (IncidentKind k : values()) {
      WEIGHTS[k.ordinal()] = k.weight;
    }
  }

  final String code;
  final String group;
  final int weight;
  final double[] hours = new double[24];
  final double[] months = new double[12];
  final String title;
  final String[] words;

  IncidentKind(
      String code,
      String group,
      int weight,
      String hours,
      String months,
      String title,
      String words) {
    this.code = code;
    this.group = group;
    this.weight = weight;
    for (int i = 0; i < 24; i++) {
      this.hours[i] = hours.charAt(i) - '0';
    }
    for (int i = 0; i < 12; i++) {
      this.months[i] = months.charAt(i) - '0';
    }
    this.title = title;
    this.words = words.split("\\|");
  }

  /** A moment in the sample's year at which this kind of thing happens. */
  LocalDateTime time(Dice dice) {
    LocalDate day = FIRST;
    for (int n = 0; n < 400; n++) {
      day = FIRST.plusDays(dice.whole(0, 364));
      double weight = months[day.getMonthValue() - 1];
      if (this == FLOOD || this == STORM) {
        double rain = Dice.of("rain", day.toEpochDay()).unit();
        weight *= rain > 0.86 ? 9 : rain > 0.7 ? 1.5 : 0.1;
      }
      boolean weekend = day.getDayOfWeek().getValue() > 5;
      weight *= weekend && (this == FIGHT || this == CROWD || this == NOISE) ? 1.7 : 1;
      if (dice.unit() * 9 < weight) {
        break;
      }
    }
    return day.atTime(dice.weighted(hours), dice.whole(0, 59), dice.whole(0, 59));
  }

  /** From 1, the gravest, to 4. */
  int level(Dice dice) {
    double grave =
        switch (this) {
          case FIRE, GAS, FLOOD, WORK, LANDSLIDE, FOOD -> 3;
          default -> 1;
        };
    double d = dice.unit();
    if (d < 0.0006 * grave) {
      return 1;
    }
    return d < 0.008 * grave ? 2 : d < 0.07 * grave ? 3 : 4;
  }

  /** Who reports. */
  static String reporter(Dice dice) {
    return switch (dice.weighted(50, 22, 10, 8, 10)) {
      case 0 -> "市民来电";
      case 1 -> "12345热线";
      case 2 -> "视频巡查";
      case 3 -> "网格员";
      default -> "路面巡逻";
    };
  }

  /** How far it has been dealt with by the sample's today. */
  static String status(LocalDateTime at, Dice dice) {
    long hours = Duration.between(at, TODAY).toHours();
    if (hours < 5) {
      return dice.chance(0.5) ? "reported" : "dispatched";
    }
    if (hours < 36) {
      return dice.pick("dispatched", "dispatched", "resolved", "reported");
    }
    return hours < 24 * 12 && dice.chance(0.6) ? "resolved" : "closed";
  }

  static String iso(LocalDateTime at) {
    return at.atOffset(ZoneOffset.ofHours(8)).format(ISO);
  }

  /** One of the kinds, by how often it happens. */
  static IncidentKind any(Dice dice) {
    return values()[dice.weighted(WEIGHTS)];
  }
}
