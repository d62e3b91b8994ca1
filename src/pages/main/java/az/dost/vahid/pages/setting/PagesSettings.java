package az.dost.vahid.pages.setting;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vahid.pages}; what each means stands in {@code application.yaml}.
 *
 * @param address what browsers call these pages, without a path
 * @param gateway its address, without a slash at the end
 * @param operations the gateway's port for operators, without a slash at the end; blank where there are no pages for
 *     them
 * @param issuer as its discovery document and its tokens name it
 * @param secret of the client, blank where the issuer asks for none
 * @param scopes what is asked for of the issuer; openid is one of them
 * @param idle after so long without a page the session is over
 * @param waits for one answer of the gateway
 * @param tryToken fixed token of the test system as which developers try operations; blank where they have their own
 *     login only
 * @param nodes that serve these pages, this one too
 * @param help whom people ask who cannot go on
 */
@ConfigurationProperties("vahid.pages")
public record PagesSettings(
        int port,
        String host,
        URI address,
        String gateway,
        String operations,
        String issuer,
        String client,
        String secret,
        List<String> scopes,
        Duration idle,
        Duration warning,
        Duration waits,
        int lookups,
        int sessions,
        String tryToken,
        int nodes,
        SharedSessions sharedSessions,
        Tls tls,
        Help help) {
    /**
     * A PostgreSQL that all nodes have, and what seals the rows there; blank where sessions stay in the memory of the
     * only node.
     */
    public record SharedSessions(String url, String username, String password, String secret) {}

    public PagesSettings {
        help = help == null ? new Help("", "") : help;
    }

    /** Shown on every page as they are; where both are blank, it says in general words whom to ask. */
    public record Help(
            @DefaultValue("") String telephone,
            @DefaultValue("") String mail) {}

    /** Files, PEM; blank where a balancer does it. */
    public record Tls(String certificate, String key) {}
}
