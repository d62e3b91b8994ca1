package az.dost.vahid.pages.portal;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.setting.PagesSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;

/**
 * The system as which developers try operations: lookups are a system's, and a developer's own login opens none. It is
 * there only where operations may be tried and the settings have its token.
 */
final class TestSystem {
    private final Gateway gateway;
    private final boolean there;

    TestSystem(
            @Qualifier(Gateway.TEST_SYSTEM) Gateway gateway,
            PagesSettings settings,
            @Value("${" + PortalConfiguration.TRY + "}") boolean tries) {
        this.gateway = gateway;
        this.there = tries && !settings.tryToken().isBlank();
    }

    boolean isThere() {
        return there;
    }

    /** Asks with its token. */
    Gateway gateway() {
        return gateway;
    }
}
