package az.dost.vahid.pages;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/**
 * The program {@code pages}. It shares a jar with the gateway, and in the demonstration a process, but no context,
 * thread or connection.
 */
public final class Pages {
    /**
     * Not started yet. Its settings are those of {@code vahid.pages}; a start without one of them stops and names all
     * that are missing.
     *
     * @param profiles in which it runs, besides those that its settings name
     */
    public static SpringApplication application(List<String> profiles) {
        SpringApplication application = new SpringApplication(PagesConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setAdditionalProfiles(profiles.toArray(String[]::new));
        application.setLogStartupInfo(false);
        application.addInitializers(new PagesCheck());
        return application;
    }

    private Pages() {}
}
