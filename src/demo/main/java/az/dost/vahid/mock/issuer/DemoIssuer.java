package az.dost.vahid.mock.issuer;

import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.config.BeanIds;
import org.springframework.stereotype.Component;

/**
 * The demonstration's issuer of access tokens (OAuth 2.0) and of logins (OpenID Connect) at {@code /issuer} of the
 * mocks' port, in a context of its own.
 */
@Component
class DemoIssuer implements DisposableBean {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    DemoIssuer(MockServer server, MockSettings settings) {
        IssuerAddress address =
                new IssuerAddress("http://localhost:" + settings.httpPort() + IssuerAddress.PATH, settings.pages());
        context.registerBean(IssuerAddress.class, () -> address);
        context.register(IssuerConfiguration.class);
        context.refresh();
        server.site(IssuerAddress.PATH, context.getBean(BeanIds.SPRING_SECURITY_FILTER_CHAIN, Filter.class));
    }

    @Override
    public void destroy() {
        context.close();
    }
}
