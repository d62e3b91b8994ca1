package az.dost.vahid.pages.desk;

import java.util.List;

/** Where registers disagree, in words. @param rule that decided */
record Disagreement(String fact, String field, List<Said> values, String rule) {
    /** @param value blank where the source's very silence contradicts */
    record Said(String agency, String value, String asOf, boolean winner) {}
}
