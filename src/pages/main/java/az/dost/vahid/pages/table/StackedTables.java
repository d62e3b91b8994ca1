package az.dost.vahid.pages.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * A table of the class {@code vahid-stack} stands row below row on a narrow screen, by style alone. Each of its cells
 * has the words of its column ({@code data-label}) for that, and all parts have their roles, which some browsers forget
 * where a table is shown as anything else. Thymeleaf makes one for each page, when the templates have done their work.
 */
public final class StackedTables extends AbstractTemplateHandler {
    private static final String CLASS = "vahid-stack";
    private final List<String> columns = new ArrayList<>();
    private boolean stacked;
    private boolean head;
    /** Words of the heading that is being read; null outside of headings. */
    private StringBuilder heading;

    private int column;

    /** For the engine of templates. */
    public static final class Dialect extends AbstractDialect implements IPostProcessorDialect {
        public Dialect() {
            super(CLASS);
        }

        @Override
        public int getDialectPostProcessorPrecedence() {
            return 0;
        }

        @Override
        public Set<IPostProcessor> getPostProcessors() {
            return Set.of(new PostProcessor(TemplateMode.HTML, StackedTables.class, 0));
        }
    }

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        String name = tag.getElementCompleteName();
        if (name.equals("table")) {
            stacked = tag.hasAttribute("class")
                    && List.of(tag.getAttributeValue("class").split("\\s+")).contains(CLASS);
            columns.clear();
        }
        super.handleOpenElement(stacked ? part(name, tag) : tag);
    }

    private IOpenElementTag part(String name, IOpenElementTag tag) {
        return switch (name) {
            case "table" -> with(tag, "role", "table");
            case "thead", "tbody" -> {
                head = name.equals("thead");
                yield with(tag, "role", "rowgroup");
            }
            case "tr" -> {
                column = 0;
                yield with(tag, "role", "row");
            }
            case "th" -> {
                heading = head ? new StringBuilder() : null;
                column++;
                yield with(tag, "role", head ? "columnheader" : "rowheader");
            }
            case "td" -> {
                IOpenElementTag cell = with(tag, "role", "cell");
                yield column < columns.size() ? with(cell, "data-label", columns.get(column++)) : cell;
            }
            default -> tag;
        };
    }

    private IOpenElementTag with(IOpenElementTag tag, String attribute, String value) {
        return getContext().getModelFactory().setAttribute(tag, attribute, value);
    }

    /** Its text is escaped already. */
    @Override
    public void handleText(IText text) {
        if (heading != null) {
            heading.append(text.getText());
        }
        super.handleText(text);
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        String name = tag.getElementCompleteName();
        if (name.equals("th") && heading != null) {
            columns.add(heading.toString().strip());
            heading = null;
        }
        stacked &= !name.equals("table");
        super.handleCloseElement(tag);
    }
}
