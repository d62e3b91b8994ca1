package az.dost.vahid.rights;

/**
 * What the law asks and no register gives.
 *
 * @param register which would have to
 */
record Wanted(String id, Words title, Words register) {}
