// Values to filter by, as words that stand in no text; scripts/search/keys.py makes the same and says why.

const LETTERS = "ghijklmnop"
const hexadecimal = (byte) => byte.toString(16).padStart(2, "0")

/** The word for a value of a kind. */
export function key(kind, value) {
  const bytes = [...new TextEncoder().encode(`${kind}:${value}`)]
  return `${bytes.map(hexadecimal).join("").replace(/\d/g, (digit) => LETTERS[digit])}z`
}

/** The values of several such words, by kind. */
export function valuesOf(keys) {
  return Object.fromEntries(keys.split(" ").map((word) => {
    const pairs = word.slice(0, -1).replace(/[g-p]/g, (letter) => LETTERS.indexOf(letter)).match(/../g)
    return new TextDecoder().decode(Uint8Array.from(pairs, (pair) => parseInt(pair, 16))).split(/:(.*)/s)
  }))
}
