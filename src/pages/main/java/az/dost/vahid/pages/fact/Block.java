package az.dost.vahid.pages.fact;

import java.util.List;

/** Rows that belong together, and what lies within them. @param title blank for an entry of a list */
public record Block(String title, List<Row> rows, List<Block> blocks) {
    /**
     * @param from the agency, where it is another one than that of the whole fact; else blank
     * @param lang of a text that a register wrote, where it is not the page's; else null
     */
    public record Row(String label, String text, String from, String lang) {}
}
