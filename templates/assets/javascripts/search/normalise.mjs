// What somebody who searches is after: a clause by its number, an exact phrase, words as the texts spell them.

const CLAUSE = /(?:^|\s)(?:§+|(?:punkt(?:et|er)?|pkt|klausul(?:en)?|avsnitt(?:et)?|paragraf(?:en)?|clause|section)\.?)\s*(?=\d)/gi
const WORD = /[\p{L}\p{N}]+(?:[.,]\d+)*/gu
const PHRASE = /^\s*["“”«](.+)["“”»]\s*$/

/**
 * `{phrase, number, words, corrected, unknown}`. `words` is a list of lists: of each word every way it may be spelt.
 * `corrected` is a list of pairs: a word that no text has, and what was looked for instead; `unknown` words have none.
 */
export function understood(query, known) {
  const phrase = query.match(PHRASE)?.[1]
  if (phrase) return { phrase, words: [], corrected: [], unknown: [] }
  const isMarked = new RegExp(CLAUSE).test(query)
  const parts = [...new Set(query.replace(CLAUSE, " ").toLowerCase().match(WORD) ?? [])]
  const number = parts.find((part) => known.numbers.has(part) && (isMarked || part.includes(".") || parts.length === 1))
  const written = parts.filter((part) => part !== number)
  const telling = written.filter((part) => !known.stopwords.has(part))
  const meanings = (telling.length || number ? telling : written).map((word) => ({ word, ...meaning(word, known) }))
  const corrected = meanings.filter(({ isGuess }) => isGuess).map(({ word, words: [[first]] }) => [word, first])
  const unknown = meanings.filter(({ words }) => !words.length).map(({ word }) => word)
  return { number, words: meanings.flatMap(({ words }) => words), corrected, unknown }
}

/** The word as the texts have it: spelt their way, begun, with another ending, in its parts, or else corrected. */
function meaning(word, { vocabulary, joints }) {
  const spellings = vocabulary.spellings(word)
  if (spellings) return { words: [spellings] }
  if (/\d/.test(word)) return { words: word.split(/[.,]/).every((part) => vocabulary.spellings(part)) ? [[word]] : [] }
  if (vocabulary.isBegun(word)) return { words: [[word]] }
  const stem = vocabulary.stem(word)
  if (stem) return { words: [[stem]] }
  const parts = partsOf(word, vocabulary, joints)
  if (parts) return { words: parts }
  const meant = vocabulary.meant(word)
  return { words: meant ? [meant] : [], isGuess: Boolean(meant) }
}

/** The spellings of the two known words that a compound is made of, the longest possible first part first. */
function partsOf(word, vocabulary, joints) {
  for (let cut = word.length - 3; cut >= 3; cut--) {
    const tail = vocabulary.spellings(word.slice(cut))
    const heads = joints.filter((joint) => word.slice(0, cut).endsWith(joint)).map((joint) => word.slice(0, cut - joint.length))
    const head = tail && heads.map((each) => vocabulary.spellings(each)).find(Boolean)
    if (head) return [head, tail]
  }
  return undefined
}
