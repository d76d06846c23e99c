// The terms of agreements, each fetched once, and the day it is where their supplier is.

const AGREEMENT = /^[a-z0-9-]+\/[a-z0-9-]+$/

export class Terms {
  #folder
  #fetched = new Map()

  constructor(folder) {
    this.#folder = folder
  }

  /** {agreement: its terms} for an agreement, or for a rule of it; a name that cannot be one's, or is nobody's, has none. */
  of(name) {
    const [agreement] = name.split(":")
    if (!AGREEMENT.test(agreement)) return Promise.resolve({})
    if (!this.#fetched.has(agreement)) this.#fetched.set(agreement, this.#fetch(agreement))
    return this.#fetched.get(agreement)
  }

  /** The terms of several, together. */
  async ofAll(names) {
    return Object.assign({}, ...await Promise.all(names.map((name) => this.of(name))))
  }

  async #fetch(agreement) {
    const response = await fetch(`${this.#folder}${agreement}/terms.json`)
    return response.ok ? { [agreement]: await response.json() } : {}
  }
}

/** Today's date where the supplier of the first of these terms is. */
export function today(terms) {
  const timeZone = Object.values(terms)[0]?.supplier.time_zone
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date())
}
