package az.dost.vahid.pages.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.DelegatingWebMvcConfiguration;

/** Spring MVC as it is by itself, but for the language: a cookie says it, and not the browser. */
@Configuration(proxyBeanMethods = false)
class MvcConfiguration extends DelegatingWebMvcConfiguration {
    private final Languages languages;

    MvcConfiguration(Languages languages) {
        this.languages = languages;
    }

    @Override
    @Bean
    public LocaleResolver localeResolver() {
        return languages;
    }
}
