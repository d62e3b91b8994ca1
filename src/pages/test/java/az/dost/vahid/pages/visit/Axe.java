package az.dost.vahid.pages.visit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** axe-core, which a page may not load itself: the browser's driver brings it in. */
final class Axe {
    static final String SCRIPT = read();
    /** Each fault with its place. */
    static final String LOOK = """
            () => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                .then(found => found.violations.map(rule => rule.id + ': ' + rule.nodes.map(node => node.html).join(' ')))""";

    /** The same of contrast alone. */
    static final String CONTRAST = LOOK.replaceFirst("\\[[^]]*]", "{type: 'rule', values: ['color-contrast']}");

    private static String read() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Axe() {}
}
