package az.dost.vahid.pages.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Somebody's visit to the pages in a browser of his own. It notes whatever a page should not do; {@link #noticedNothing()} tells. Addresses are
 * those of the pages: {@code /desk}.
 */
public final class Visit implements AutoCloseable {
    static final int PATIENCE_MS = 120_000;
    /** In pixels of CSS. */
    private static final int A4_WIDTH = 794;
    private static final Path PICTURES = Path.of("target/pages");
    private final RunningPages pages;
    private final BrowserContext context;
    private final Page page;
    private final List<String> noticed = new CopyOnWriteArrayList<>();
    private final List<String> addresses = new CopyOnWriteArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final boolean scripts;

    /** How somebody's browser is. */
    public record Eyes(int width, int height, boolean scripts) {
        public static final Eyes USUAL = new Eyes(1280, 900, true);
        public static final Eyes NARROW = new Eyes(320, 640, true);
        public static final Eyes WITHOUT_SCRIPTS = new Eyes(1280, 900, false);
    }

    public Visit(RunningPages pages) {
        this(pages, Eyes.USUAL);
    }

    public Visit(RunningPages pages, Eyes eyes) {
        this.pages = pages;
        scripts = eyes.scripts();
        context = Chromium.get().newContext(new Browser.NewContextOptions().setViewportSize(eyes.width(), eyes.height()).setJavaScriptEnabled(eyes.scripts()));
        context.setDefaultTimeout(PATIENCE_MS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // A page of an error is an answer that the browser mentions, too.
            if (List.of("error", "warning").contains(message.type()) && !message.text().startsWith("Failed to load resource: the server responded with a status of")) {
                noticed.add("console: " + message.text());
            }
        });
        page.onPageError(error -> noticed.add("script: " + error));
        page.onRequest(request -> {
            addresses.add(request.url());
            if (!request.url().startsWith(pages.address()) && !request.url().contains("/issuer/")) {
                noticed.add("foreign request: " + request.url());
            }
        });
        page.onResponse(answer -> {
            Map<String, String> headers = answer.headers();
            if (answer.url().startsWith(pages.address()) && headers.getOrDefault("content-type", "").startsWith("text/html") && !headers.getOrDefault("cache-control", "").contains("no-store")) {
                noticed.add("a page that may be kept: " + answer.url());
            }
        });
        page.onDialog(dialog -> {
            noticed.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequestFailed(request -> {
            if (String.valueOf(request.failure()).contains("BLOCKED")) {
                noticed.add("blocked: " + request.url());
            }
        });
    }

    public Page page() {
        return page;
    }

    public Response open(String address) {
        return page.navigate(pages.address() + address);
    }

    /** Logs in as one of the demonstration's people, and stands on the first page that is for him. */
    public Visit login(String person) {
        open("/login/begin/vahid");
        page.locator("button[value='" + person + "']").click();
        page.waitForURL(address -> address.startsWith(pages.address()));
        return this;
    }

    public Visit english() {
        page.locator("a[hreflang=en]").click();
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
        page.getByText(words, new Page.GetByTextOptions().setExact(true)).first().click();
    }

    public String text() {
        return page.locator("main").innerText();
    }

    /** Keeps a picture of the whole page as {@code target/pages/<name>.png}. */
    public Visit picture(String name) {
        titles.add(page.title());
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
        return this;
    }

    /** Keeps a small picture of what is seen first, for the documents. */
    public Visit document(String name) {
        Pictures.keep(name, page.screenshot());
        return this;
    }

    /** Nothing of WCAG 2.2 A and AA that axe can find. */
    @SuppressWarnings("unchecked")
    public Visit isAccessible() {
        page.evaluate(Axe.SCRIPT);
        assertThat((List<String>) page.evaluate(Axe.LOOK)).isEmpty();
        return this;
    }

    /** No page scrolls sideways. */
    public Visit isNotTooWide() {
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")).isTrue();
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

    /** No policy was broken, no script failed, nothing foreign was asked for, nothing is kept in the browser, and no FIN stands where it stays. */
    public Visit noticedNothing() {
        assertThat(noticed).isEmpty();
        titles.add(page.title());
        assertThat(Leftovers.of(page, scripts)).isEmpty();
        assertThat(Leftovers.fins(titles)).isEmpty();
        assertThat(Leftovers.fins(addresses)).isEmpty();
        return this;
    }

    /** Every address that this browser asked for. */
    public List<String> addresses() {
        return List.copyOf(addresses);
    }

    @Override
    public void close() {
        context.close();
    }
}
