package az.dost.vahid.pages;

import az.dost.vahid.database.OwnDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Looks at the settings of the pages before anything starts, and tells all that is wrong with them at once. */
final class PagesCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** Browsers keep a cookie that only travels encrypted for these hosts, too. */
    private static final Pattern OWN_ADDRESS =
            Pattern.compile("https://[^/\\s?#@]+|http://(localhost|127[.]0[.]0[.]1)(:\\d+)?");

    private static final Pattern SAFE_ADDRESS =
            Pattern.compile("https://[^\\s?#@]+|http://(localhost|127[.]0[.]0[.]1|\\[::1])(:\\d+)?(/[^\\s?#]*)?");

    private static final Logger LOG = LoggerFactory.getLogger(PagesCheck.class);
    private static final String OPERATIONS = "vahid.pages.operations";
    private static final String SHARED = "vahid.pages.shared-sessions.";
    private static final String UNVERIFIED = SHARED + "unverified";
    private static final String DATABASE = "A PostgreSQL that all nodes have: " + OwnDatabase.example("pages");
    private static final Pattern SECRET = Pattern.compile("(?=.{43,})[A-Za-z0-9+/]+={0,2}");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<String> wrong = wrong(context.getEnvironment());
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(wrong.size() + (wrong.size() == 1 ? " setting is" : " settings are")
                    + " missing or wrong; nothing was started.\n" + String.join("\n", wrong));
        }
        if (context.getEnvironment().getProperty(OPERATIONS, "").isBlank()) {
            LOG.warn("There are no pages for operators: {} is not set", OPERATIONS);
        }
    }

    private static List<String> wrong(Environment settings) {
        List<String> wrong = new ArrayList<>();
        need(
                wrong,
                settings,
                "vahid.pages.address",
                OWN_ADDRESS,
                "What browsers call these pages: https://desk.example, without a path; http only for localhost");
        need(
                wrong,
                settings,
                "vahid.pages.gateway",
                SAFE_ADDRESS,
                "The gateway: https://gateway.example; http only for localhost, as answers about people travel on it");
        need(
                wrong,
                settings,
                "vahid.pages.issuer",
                SAFE_ADDRESS,
                "Where people log in (OpenID Connect): https://login.example/realms/dost; http only for localhost");
        need(
                wrong,
                settings,
                "vahid.pages.client",
                Pattern.compile("\\S+"),
                "Who these pages are to the issuer, and which requester to the gateway: desk-centre-1");
        if (!settings.getProperty(OPERATIONS, "").isBlank()) {
            need(
                    wrong,
                    settings,
                    OPERATIONS,
                    SAFE_ADDRESS,
                    "The gateway's port for operators: https://gateway.example:8081; http only for localhost. Blank for no pages for operators");
        }
        boolean certificate =
                settings.getProperty("vahid.pages.tls.certificate", "").isBlank();
        if (certificate != settings.getProperty("vahid.pages.tls.key", "").isBlank()) {
            wrong.add("vahid.pages.tls." + (certificate ? "certificate" : "key")
                    + " is not set, and the other of the two is. Each is a file, PEM");
        }
        sessions(wrong, settings);
        return wrong;
    }

    /** Whoever logged in at one node is somebody at the others only with a database that all of them have. */
    private static void sessions(List<String> wrong, Environment settings) {
        String nodes = settings.getProperty("vahid.pages.nodes", "1").strip();
        if (!nodes.matches("[1-9]\\d{0,2}")) {
            wrong.add("vahid.pages.nodes is not right. How many nodes serve these pages: 1");
        }
        if (settings.getProperty(SHARED + "url", "").isBlank()) {
            if (!nodes.equals("1")) {
                wrong.add(SHARED + "url is not set, and vahid.pages.nodes is " + nodes + ". " + DATABASE);
            }
            return;
        }
        need(wrong, settings, SHARED + "url", Pattern.compile("jdbc:postgresql://\\S+"), DATABASE);
        verified(wrong, settings);
        need(
                wrong,
                settings,
                SHARED + "username",
                Pattern.compile("\\S+"),
                "The database's user, who may make a schema: pages");
        need(
                wrong,
                settings,
                SHARED + "secret",
                SECRET,
                "What seals sessions, the same at all nodes: 32 random bytes or more in base64 (openssl rand -base64 32)");
    }

    /** Who reads or writes on the way to the database reads and writes sessions. */
    private static void verified(List<String> wrong, Environment settings) {
        String reason = settings.getProperty(UNVERIFIED, "").strip();
        String url = settings.getProperty(SHARED + "url", "").strip();
        String doubt = url.startsWith("jdbc:postgresql:") ? OwnDatabase.doubt(url) : "";
        if (!reason.isEmpty() && !OwnDatabase.reason(reason)) {
            wrong.add(UNVERIFIED + " is no reason in words. Why a database beyond this machine is not verified");
        } else if (!doubt.isEmpty() && reason.isEmpty()) {
            wrong.add(SHARED + "url " + doubt + ". " + DATABASE + ". Where that is meant to be, " + UNVERIFIED
                    + " says why");
        } else if (!doubt.isEmpty()) {
            LOG.warn("The database of sessions is not verified, since {} says: {}", UNVERIFIED, reason);
        }
    }

    private static void need(List<String> wrong, Environment settings, String name, Pattern right, String meaning) {
        String value = settings.getProperty(name, "").strip();
        if (!right.matcher(value).matches()) {
            wrong.add(name + (value.isEmpty() ? " is not set. " : " is not right. ") + meaning);
        }
    }
}
