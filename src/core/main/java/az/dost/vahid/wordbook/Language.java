package az.dost.vahid.wordbook;

/** The languages in which people read what Vahid says. */
public enum Language {
    /** Azerbaijani in Latin letters. */
    AZ,
    EN
}
