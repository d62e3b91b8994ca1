package az.dost.vahid.pages.visit;

import az.dost.vahid.faces.OutsideTool;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Debian's Chromium, driven by Playwright; where it is not installed, a test is skipped and says so. Started once in a
 * JVM, by the thread that asks.
 */
public final class Chromium {
    private static final List<Path> PLACES = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();
    private static final ThreadLocal<Browser> STARTED = new ThreadLocal<>();

    public static Browser get() {
        Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        OutsideTool.needed(
                program != null,
                "Chromium is not installed (apt-get install chromium), and this test looks at pages in it");
        Browser browser = STARTED.get();
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setTimeout(Visit.PATIENCE_MS)
                            // The sandbox wants another user than root, which builds often run as.
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--lang=az")));
            STARTED.set(browser);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private Chromium() {}
}
