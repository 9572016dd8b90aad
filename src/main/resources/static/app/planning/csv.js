// A table as a file that a spreadsheet opens with the right characters: UTF-8 with a byte-order mark, CRLF.

const quoted = (value) => {
  const text = String(value ?? '');
  // A cell that starts like a formula is data here, never a formula.
  const safe = /^[=+\-@\t]/.test(text) && !/^-?[\d.]+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csv = (rows) => '\uFEFF' + rows.map((row) => row.map(quoted).join(',') + '\r\n').join('');

/** Hands a text to the browser as a download. */
export function download(name, text, type = 'text/csv;charset=utf-8') {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
