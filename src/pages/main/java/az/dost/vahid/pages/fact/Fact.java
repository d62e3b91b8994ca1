package az.dost.vahid.pages.fact;

/** A fact in words. @param late whether its register's answer is older than it should be */
public record Fact(String title, Block content, String agency, String asOf, boolean late) {}
