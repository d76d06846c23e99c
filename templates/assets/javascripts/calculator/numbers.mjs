// Numbers as people write them: "1 234,50", "1234.5", "kr 2000,-". What could mean two numbers is not guessed.

const SPACES = /[\s\u00a0\u202f\u2009']/g
const CURRENCY = /^(kr|nok|sek|eur|dkk)\.?|(kr|nok|sek|eur|dkk)\.?$/gi
const NO_CENTS = /[.,]+[-–—]+$/

/** {value: "1234.50"}, {ambiguous: {many, few}}, or {value: the text itself} where it is no number. */
export function readNumber(text, language) {
  const bare = text.replace(SPACES, "").replace(CURRENCY, "").replace(NO_CENTS, "").replace(/^[−–]/, "-")
  if (!/^[+-]?[\d.,]+$/.test(bare)) return { value: text.trim() }
  const separators = bare.match(/[.,]/g) ?? []
  if (separators.length === 0) return { value: bare }
  return separators.length === 1 ? oneSeparator(bare, separators[0], language) : several(bare, text)
}

/** One full stop or comma: decimals, unless three digits after the other language's mark leave both readings open. */
function oneSeparator(bare, mark, language) {
  const [whole, rest] = bare.split(mark)
  const ownDecimal = language === "en" ? "." : ","
  const mayGroup = mark !== ownDecimal && rest.length === 3 && /^[+-]?[1-9]\d{0,2}$/.test(whole)
  if (mayGroup) return { ambiguous: { many: `${whole}${rest}`, few: `${whole}${ownDecimal}${rest.replace(/0+$/, "") || "0"}` } }
  return { value: `${whole || "0"}${rest ? `.${rest}` : ""}` }
}

/** Several marks: groups of three, and at most one other mark, the last, before the decimals. */
function several(bare, text) {
  const last = bare.at(-1 - bare.match(/\d*$/)[0].length)
  const group = last === "," ? "." : ","
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+(\\${last}\\d+)?$`)
  const onlyGroups = new RegExp(`^[+-]?\\d{1,3}(\\${last}\\d{3})+$`)
  if (grouped.test(bare)) return { value: bare.replaceAll(group, "").replace(last, ".") }
  if (onlyGroups.test(bare)) return { value: bare.replaceAll(last, "") }
  return { value: text.trim() }
}

/** A number of the form's JSON as the reader writes it. */
export const showNumber = (value, language) => (language === "en" ? String(value) : String(value).replace(".", ","))
