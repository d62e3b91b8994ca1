package az.dost.vahid.pages.task;

import az.dost.vahid.pages.visit.Chromium;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Somebody's hand at his browser: it knows what stands on a page, and nothing of how the page is made. */
final class Hand implements AutoCloseable {
    private static final double PATIENCE_MS = 120_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Pattern NAME = Pattern.compile("\\{([^}]*)}");
    /** A lookup is waited for at an address of its own. */
    private static final Pattern WAITING = Pattern.compile(".*/(desk|hot-line/calls)/lookups/.*");

    private final String pages;
    private final Map<String, String> kept;
    private final BrowserContext context;
    private final Page page;

    /** @param kept what was taken along from other tasks, by its name */
    Hand(String pages, Map<String, String> kept) {
        this.pages = pages;
        this.kept = kept;
        context = Chromium.get()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE_MS);
        page = context.newPage();
    }

    /** In English, as the documents are. */
    void login(String person) {
        page.navigate(pages + "/login/begin/vahid");
        page.locator("button[value='" + person + "']").click();
        page.waitForURL(address -> address.startsWith(pages));
        page.locator("a[hreflang=en]").click();
        page.waitForSelector("html[lang=en]");
    }

    /** Stands where he stands after his login. */
    void begin() {
        page.navigate(pages + "/");
    }

    /** Does the steps until what is to be seen is seen, or the file is there. */
    void does(Task task, Path folder) {
        if (task.file() == null) {
            task.done().forEach(this::does);
            waitFor(named(task.sees()));
        } else {
            List<Step> steps = task.done();
            steps.subList(0, steps.size() - 1).forEach(this::does);
            Download file = page.waitForDownload(() -> does(steps.get(steps.size() - 1)));
            if (!file.suggestedFilename().contains(task.file())) {
                throw new AssertionError("The file is " + file.suggestedFilename());
            }
            Path there = folder.resolve(file.suggestedFilename());
            file.saveAs(there);
            kept.put(task.file(), there.toString());
        }
        task.keeps()
                .forEach((name, place) ->
                        kept.put(name, page.locator(place).first().textContent().strip()));
    }

    private void does(Step step) {
        String text = named(step.text());
        switch (step.act()) {
            case PRESS -> press(text);
            case TYPE -> type(text, field(step.place()));
            case CHOOSE -> field(step.place()).selectOption(new SelectOption().setLabel(text));
            case PASTE -> field(step.place()).fill(taken(step.text()));
            case ATTACH -> field(step.place()).setInputFiles(Path.of(taken(step.text())));
            case OPEN_FIRST -> page.locator("main tbody th a").first().click();
        }
        if (WAITING.matcher(page.url()).matches()) {
            page.waitForURL(address -> !WAITING.matcher(address).matches());
        }
    }

    private void press(String words) {
        Locator found = pressable(words);
        // What is seen of a radio button is drawn beside it.
        found.click(new Locator.ClickOptions().setForce("radio".equals(found.getAttribute("type"))));
        page.waitForLoadState();
    }

    /** A search answers as one types. */
    private void type(String text, Locator field) {
        if ("search".equals(field.getAttribute("type"))) {
            page.waitForResponse(answer -> answer.request().method().equals("POST"), () -> field.fill(text));
            page.waitForFunction("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");
        } else {
            field.fill(text);
        }
    }

    /** What a page says itself comes before its menus, and the whole name before its beginning. */
    private Locator pressable(String words) {
        return Awaitility.await("something to press: " + words)
                .atMost(LONGEST)
                .until(
                        () -> Stream.of(
                                        named(page.locator("main"), exactly(words)),
                                        named(page.locator("body"), exactly(words)),
                                        named(page.locator("main"), beginning(words)),
                                        named(page.locator("body"), beginning(words)))
                                .filter(some -> some.count() > 0)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .first();
    }

    private static Pattern exactly(String words) {
        return Pattern.compile("^\\s*" + escaped(words) + "\\s*$");
    }

    private static Pattern beginning(String words) {
        return Pattern.compile("^\\s*" + escaped(words) + "(?![A-Za-z0-9])");
    }

    /** For the browser's own patterns, which know no quoting. */
    private static String escaped(String words) {
        return words.replaceAll("[.*+?^${}()|/\\[\\]\\\\]", "\\\\$0");
    }

    private static Locator named(Locator root, Pattern name) {
        Locator.GetByRoleOptions by = new Locator.GetByRoleOptions().setName(name);
        return root.getByRole(AriaRole.BUTTON, by)
                .or(root.getByRole(AriaRole.LINK, by))
                .or(root.getByRole(AriaRole.RADIO, by))
                .or(root.locator("summary").filter(new Locator.FilterOptions().setHasText(name)))
                .filter(new Locator.FilterOptions().setVisible(true));
    }

    private Locator field(String label) {
        return page.locator("input, textarea, select")
                .and(page.getByLabel(beginning(label)))
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
    }

    private void waitFor(String words) {
        page.waitForFunction(
                "words => document.querySelector('main') && document.querySelector('main').innerText.includes(words)",
                words);
    }

    private String taken(String name) {
        String one = kept.get(name);
        if (one == null) {
            throw new AssertionError("Nobody has kept " + name);
        }
        return one;
    }

    private String named(String text) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(taken(name.group(1))));
    }

    /** For whoever asks why it went no further. */
    String where() {
        return page.url() + "\n" + page.locator("body").innerText();
    }

    @Override
    public void close() {
        context.close();
    }
}
