package az.dost.vahid.pages.web;

import java.util.Set;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * What a template leaves between its elements, lines of what is not shown among them, goes out as one end of a line or
 * one space: a browser shows both alike. Texts stay as they are, and so does all that is shown as it is written.
 * Thymeleaf makes one for each page.
 */
public final class PackedPages extends AbstractTemplateHandler {
    private static final String NAME = "packed";
    private static final Set<String> AS_WRITTEN = Set.of("pre", "textarea");
    /** How many elements around it are shown as they are written. */
    private int asWritten;
    /** Whether only space has gone out since the last element or text. */
    private boolean spaced;

    /** For the engine of templates. */
    static final class Dialect extends AbstractDialect implements IPostProcessorDialect {
        Dialect() {
            super(NAME);
        }

        @Override
        public int getDialectPostProcessorPrecedence() {
            return 1;
        }

        @Override
        public Set<IPostProcessor> getPostProcessors() {
            return Set.of(new PostProcessor(TemplateMode.HTML, PackedPages.class, 1));
        }
    }

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        asWritten += AS_WRITTEN.contains(tag.getElementCompleteName()) ? 1 : 0;
        spaced = false;
        super.handleOpenElement(tag);
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        asWritten -= AS_WRITTEN.contains(tag.getElementCompleteName()) ? 1 : 0;
        spaced = false;
        super.handleCloseElement(tag);
    }

    @Override
    public void handleStandaloneElement(IStandaloneElementTag tag) {
        spaced = false;
        super.handleStandaloneElement(tag);
    }

    @Override
    public void handleText(IText text) {
        String written = text.getText();
        if (asWritten > 0 || !written.isBlank()) {
            spaced = false;
            super.handleText(text);
        } else if (!spaced) {
            spaced = true;
            super.handleText(
                    written.length() == 1
                            ? text
                            : getContext().getModelFactory().createText(written.indexOf('\n') < 0 ? " " : "\n"));
        }
    }
}
