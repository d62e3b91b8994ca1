package az.dost.vahid.pages.words;

import az.dost.vahid.pages.gateway.Gateway;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class WordsConfiguration {
    private static final String FOLDER = "pages/messages/";
    private static final String AZ = "_az.properties";

    @Bean
    Names names(@Qualifier("gateway") ObjectProvider<Gateway> gateway) {
        return Names.builtIn(new JoinedAgencies(gateway::getObject)::name);
    }

    /**
     * Every file of the folder: each part of the pages has two of its own. A key without a message is a fault, not a
     * page with the key in it.
     */
    @Bean
    MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "*" + AZ);
        messages.setBasenames(Arrays.stream(files)
                .map(file -> FOLDER + file.getFilename().replace(AZ, ""))
                .sorted()
                .toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.forLanguageTag("az"));
        // An apostrophe is one, with arguments and without.
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
