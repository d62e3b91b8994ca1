package az.dost.vahid.simulation;

import az.dost.vahid.figures.Figure;
import az.dost.vahid.rights.LawSimulator;
import az.dost.vahid.wiring.Beans;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulationSettings.class)
@Beans({AskedSimulations.class, SimulationHandler.class, SimulationJob.class})
class SimulationConfiguration {
    @Bean
    LawSimulator lawSimulator(ResourcePatternResolver resources, @Value("${vahid.rights.folder}") String folder) {
        return new LawSimulator(resources, folder);
    }

    @Bean
    Figure simulationsByState() {
        return Figure.counts(
                "vahid.rights.simulations",
                "Simulations of other rules, by how far they are",
                "state",
                "select coalesce(ended, decision, 'ASKED'), count(*) from right_simulation group by 1");
    }
}
