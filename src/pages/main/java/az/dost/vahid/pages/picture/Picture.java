package az.dost.vahid.pages.picture;

import java.util.List;

/**
 * A drawing with all that it says in a table: {@code picture :: picture(picture)} shows both. Everything in it is text
 * in the language of the page.
 *
 * @param title what is shown, for which period and in which unit
 * @param legend what the kinds of marks mean; empty where there is one kind
 * @param columns of the table
 * @param rows with a text for each column; the first names the row
 */
public record Picture(String title, Drawing drawing, List<Key> legend, List<Column> columns, List<List<String>> rows) {
    public Picture {
        legend = List.copyOf(legend);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** @param css of the marks that it is about */
    record Key(String css, String name) {}

    /** @param number whether its texts are numbers, which stand below each other by their ends */
    record Column(String name, boolean number) {}
}
