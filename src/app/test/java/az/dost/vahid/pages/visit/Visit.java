package az.dost.vahid.pages.visit;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.leak.LeakListener;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Somebody's visit to the pages in a browser of his own. It notes whatever a page should not do;
 * {@link #noticedNothing()} tells. Addresses are those of the pages: {@code /desk}.
 */
public final class Visit implements AutoCloseable {
    static final int PATIENCE_MS = 120_000;
    /** In pixels of CSS. */
    private static final int A4_WIDTH = 794;

    /** What covers others, or has lost a part of its text. */
    private static final String HIDING = """
            () => [...document.querySelectorAll('body *')].filter(one => {
              const style = getComputedStyle(one), box = one.getBoundingClientRect();
              if (!one.checkVisibility() || box.width < 2 || box.height < 2) return false;
              const stays = ['fixed', 'sticky'].includes(style.position) && box.height > innerHeight / 3;
              const cut = ['hidden', 'clip'].includes(style.overflowX) && one.innerText && one.scrollWidth > one.clientWidth + 1;
              return stays || cut;
            }).map(one => one.tagName + '.' + one.className)""";

    /** What reaches beyond the right edge, where the page has to be moved sideways for it. */
    private static final String WIDE = """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              const within = one => one && one !== document.body
                && (getComputedStyle(one).overflowX !== 'visible' || within(one.parentElement));
              const beyond = [...document.querySelectorAll('body *')]
                .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > width)
                .filter(one => !within(one.parentElement))
                .map(one => one.tagName + '.' + one.className + ' ' + (one.innerText || '').slice(0, 40));
              return beyond.length ? beyond.slice(-8) : ['a text that has no box of its own'];
            }""";

    /** What is read in another typeface than that of our pages: a browser's own one where no style says any. */
    private static final String STRANGE_TYPE = """
            () => [...document.querySelectorAll('body *')]
              .filter(one => one.checkVisibility() && !/^(Inter|ui-monospace)\\b/.test(getComputedStyle(one).fontFamily))
              .filter(one => one.value && !/^(radio|checkbox|hidden)$/.test(one.type) || [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
              .map(one => one.tagName + '.' + one.className + ' ' + getComputedStyle(one).fontFamily)""";

    private static final Path PICTURES = Path.of("target/pages");
    private final RunningPages pages;
    private final BrowserContext context;
    private final Page page;
    private final Notes notes;
    private final boolean scripts;
    private final boolean usual;

    /** How somebody's browser is. */
    public record Eyes(int width, int height, boolean scripts) {
        public static final Eyes USUAL = new Eyes(1280, 900, true);
        public static final Eyes NARROW = new Eyes(320, 640, true);
        /** A screen of 1280 by 1024 pixels at 400 percent (WCAG 2.2, 1.4.10). */
        public static final Eyes LARGE = new Eyes(320, 256, true);

        public static final Eyes WITHOUT_SCRIPTS = new Eyes(1280, 900, false);
    }

    public Visit(RunningPages pages) {
        this(pages, Eyes.USUAL);
    }

    public Visit(RunningPages pages, Eyes eyes) {
        this.pages = pages;
        scripts = eyes.scripts();
        usual = eyes.width() == Eyes.USUAL.width();
        context = Chromium.get()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(eyes.width(), eyes.height())
                        .setJavaScriptEnabled(eyes.scripts()));
        context.setDefaultTimeout(PATIENCE_MS);
        page = context.newPage();
        notes = new Notes(pages.address(), page);
    }

    public Page page() {
        return page;
    }

    public Response open(String address) {
        Response answer = page.navigate(pages.address() + address);
        notes.title(page.title());
        return answer;
    }

    /**
     * Logs in as one of the demonstration's people, or as a citizen by the FIN, and stands on the first page for him.
     */
    public Visit login(String person) {
        open("/login/begin/vahid");
        if (Fin.matches(person)) {
            page.locator("#fin").fill(person);
            page.locator("#fin ~ button").click();
        } else {
            page.locator("button[value='" + person + "']").click();
        }
        page.waitForURL(address -> address.startsWith(pages.address()));
        return this;
    }

    public Visit english() {
        page.locator("a[hreflang=en]").click();
        page.waitForSelector("html[lang=en]");
        return this;
    }

    /** In this language from now on, at the same address. */
    public Visit in(String language) {
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            page.locator("header a[hreflang=" + language + "]").click();
            page.waitForSelector("html[lang=" + language + "]");
        }
        return this;
    }

    /** Presses what has these words on it. */
    public void press(String words) {
        page.getByText(words, new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    public String text() {
        return page.locator("main").innerText();
    }

    /**
     * Keeps a picture of the whole page as {@code target/pages/<name>.png}; the first one of a page in a language is
     * for the documents, too.
     */
    public Visit picture(String name) {
        notes.title(page.title());
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        if (usual && page.locator(".govuk-error-summary, #state").count() == 0) {
            kind().filter(kind -> !Pictures.has(kind)).ifPresent(this::document);
        }
        return this;
    }

    /** Keeps a small picture of this page for the documents, by its address and language. */
    public Visit documented() {
        return document(kind().orElseThrow());
    }

    private Optional<String> kind() {
        return Address.of(Address.all(pages), URI.create(page.url()).getRawPath())
                .filter(Address::page)
                .map(kind -> kind.name() + "-" + page.locator("html").getAttribute("lang"));
    }

    /** Keeps a small picture of what is seen first, for the documents. */
    public Visit document(String name) {
        Pictures.keep(name, page.screenshot());
        return this;
    }

    /** Nothing of WCAG 2.2 A and AA that axe can find, enough contrast in the dark too, and one typeface. */
    @SuppressWarnings("unchecked")
    public Visit isAccessible() {
        assertThat((List<String>) page.evaluate(STRANGE_TYPE))
                .as("other typefaces at %s", page.url())
                .isEmpty();
        page.evaluate(Axe.SCRIPT);
        assertThat((List<String>) page.evaluate(Axe.LOOK)).isEmpty();
        inTheDark(true);
        assertThat((List<String>) page.evaluate(Axe.CONTRAST)).as("in the dark").isEmpty();
        return inTheDark(false);
    }

    /** As for somebody whose device is dark, or is not. */
    public Visit inTheDark(boolean dark) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        return this;
    }

    /** No page scrolls sideways, nor does a list in it that stands row below row where the screen is narrow. */
    @SuppressWarnings("unchecked")
    public Visit isNotTooWide() {
        assertThat((List<String>) page.evaluate(WIDE))
                .as("too wide for %s at %s", page.viewportSize().width, page.url())
                .isEmpty();
        assertThat((List<String>) page.evaluate(
                        "() => [...document.querySelectorAll('main table.vahid-stack')].filter(table => innerWidth < 640 && table.scrollWidth > table.clientWidth)"
                                + ".map(table => table.caption.textContent)"))
                .isEmpty();
        return this;
    }

    /** Twice as large as usual, it still needs no scrolling sideways. */
    public Visit isReadableTwiceAsLarge() {
        page.setViewportSize(Eyes.USUAL.width() / 2, Eyes.USUAL.height() / 2);
        isNotTooWide();
        page.setViewportSize(Eyes.USUAL.width(), Eyes.USUAL.height());
        return this;
    }

    /** On a screen of 320 pixels, too. */
    public Visit isReadableOnAPhone() {
        page.setViewportSize(Eyes.NARROW.width(), Eyes.NARROW.height());
        isNotTooWide();
        page.setViewportSize(Eyes.USUAL.width(), Eyes.USUAL.height());
        return this;
    }

    /**
     * Four times as large as usual it needs no scrolling sideways, nothing that stays in its place covers more than a
     * third of the little that is seen, and no text is cut off at its box.
     */
    @SuppressWarnings("unchecked")
    public Visit isReadableFourTimesAsLarge() {
        page.setViewportSize(Eyes.LARGE.width(), Eyes.LARGE.height());
        isNotTooWide();
        assertThat((List<String>) page.evaluate(HIDING)).as("at 400 percent").isEmpty();
        page.setViewportSize(Eyes.USUAL.width(), Eyes.USUAL.height());
        return this;
    }

    /** Printed on A4 it has something on it, and nothing is cut off at the side: {@code target/pages/<name>.pdf}. */
    public Visit isPrintable(String name) {
        byte[] printed = page.pdf(new Page.PdfOptions().setFormat("A4").setPath(PICTURES.resolve(name + ".pdf")));
        assertThat(new String(printed, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(A4_WIDTH, Eyes.USUAL.height());
        isNotTooWide();
        assertThat(text()).isNotBlank();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(Eyes.USUAL.width(), Eyes.USUAL.height());
        return this;
    }

    /**
     * No policy was broken, no script failed, nothing foreign was asked for, nothing is kept in the browser; no FIN and
     * no name of a citizen stands in an address, a title, a header that a browser keeps, a cookie, or a line that the
     * pages or the gateway have logged.
     */
    public Visit noticedNothing() {
        assertThat(notes.unwanted()).isEmpty();
        notes.title(page.title());
        assertThat(Leftovers.of(page, scripts, notes.fins())).isEmpty();
        assertThat(notes.tellingWho()).isEmpty();
        LeakListener.lookAtLog();
        return this;
    }

    /** Every address that this browser asked for. */
    public List<String> addresses() {
        return notes.addresses();
    }

    @Override
    public void close() {
        context.close();
    }
}
