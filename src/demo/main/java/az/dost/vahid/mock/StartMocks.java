package az.dost.vahid.mock;

import az.dost.vahid.mock.kit.MockSettings;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Profiles;

/**
 * Starts the mock agencies in the profile {@code mocks}, before the gateway's own beans: the gateway reads the keys and
 * certificates that the mocks make, and before it looks whether they are there.
 */
@Order(0)
public final class StartMocks implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext gateway) {
        if (!gateway.getEnvironment().acceptsProfiles(Profiles.of("mocks"))) {
            return;
        }
        Binder binder = Binder.get(gateway.getEnvironment());
        MockSettings settings = binder.bind("vahid.mocks", MockSettings.class)
                .get()
                .with(binder.bind("vahid.secrets", Bindable.mapOf(String.class, String.class))
                        .orElse(Map.of()));
        AnnotationConfigApplicationContext mocks = new AnnotationConfigApplicationContext();
        mocks.registerBean(MockSettings.class, () -> settings);
        mocks.register(MocksConfiguration.class);
        mocks.refresh();
        // Closed last of all, since the gateway asks them until it ends; and closed too when its start fails.
        ((DefaultListableBeanFactory) gateway.getBeanFactory()).registerDisposableBean("mockAgencies", mocks::close);
    }
}
