package az.dost.vahid.pages.desk;

/** A fact in words. @param late whether its register's answer is older than it should be */
record Fact(String title, Block content, String agency, String asOf, boolean late) {}
