package az.dost.vahid.mock;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.mock.register.ComputedPopulation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The mock agencies' own context, apart from the gateway's. An agency is a component in a package below this one whose
 * constructor takes what it needs ({@link MockServer}, {@link DemoKeys}, {@link Faults}, the population, the settings)
 * and registers itself.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@Import({Faults.class, MockServer.class})
class MocksConfiguration {
    @Bean
    DemoKeys demoKeys(MockSettings settings, Faults faults) {
        return new DemoKeys(settings.keys(), faults);
    }

    @Bean
    Population population(MockSettings settings) {
        return new ComputedPopulation(settings.population());
    }
}
