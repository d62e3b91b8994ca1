package az.dost.vahid;

import az.dost.vahid.edge.start.AheadOfTime;
import az.dost.vahid.edge.start.DatabaseAnswers;
import az.dost.vahid.edge.start.NoObjects;
import az.dost.vahid.edge.start.RouteFiles;
import az.dost.vahid.edge.start.StartCheck;
import java.util.ServiceLoader;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The gateway's application, not started yet. */
@Configuration(proxyBeanMethods = false)
// Found by their names: every other class would be opened, to see that it is no configuration.
@ComponentScan(
        resourcePattern = "**/*Configuration.class",
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "az\\.dost\\.vahid\\.(mock|pages)\\..*"))
public class Vahid {
    /**
     * The gateway, not started yet. It looks at its settings and asks its database first; what the demonstration adds
     * comes by {@code META-INF/services}, which only its jar has.
     */
    @SuppressWarnings({"rawtypes", "unchecked"})
    public static SpringApplication application() {
        NoObjects.filter();
        SpringApplication application = new SpringApplication(Vahid.class);
        application.setMainApplicationClass(Vahid.class);
        application.addInitializers(new AheadOfTime(), new RouteFiles(), new StartCheck(), new DatabaseAnswers());
        ServiceLoader.load(ApplicationContextInitializer.class).forEach(application::addInitializers);
        return application;
    }
}
