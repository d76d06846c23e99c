// Values to filter by, as words that stand in no text; scripts/search/keys.py makes the same and says why.

const hexadecimal = (byte) => byte.toString(16).padStart(2, "0")

export function key(kind, value) {
  const bytes = [...new TextEncoder().encode(`${kind}:${value}`)]
  return `${bytes.map(hexadecimal).join("").replace(/\d/g, (digit) => "ghijklmnop"[digit])}z`
}
