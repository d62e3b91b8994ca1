package az.dost.vahid.pages.words;

import az.dost.vahid.wordbook.Word;

/** @param family a key of {@code passport.family} in the words */
public record NamedService(String code, String family, Word title) {}
