package az.dost.vahid.pages.web;

import az.dost.vahid.pages.table.StackedTables;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.ViewResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** Templates: {@code pages/templates/<name>.html}. */
@Configuration(proxyBeanMethods = false)
class ViewConfiguration {
    private static final String UTF_8 = "UTF-8";

    @Bean
    ViewResolver viewResolver(ApplicationContext context, MessageSource messages) {
        SpringResourceTemplateResolver files = new SpringResourceTemplateResolver();
        files.setApplicationContext(context);
        files.setPrefix("classpath:pages/templates/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding(UTF_8);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(messages);
        engine.addDialect(new StackedTables.Dialect());
        engine.addDialect(new PackedPages.Dialect());
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setApplicationContext(context);
        views.setTemplateEngine(engine);
        views.setCharacterEncoding(UTF_8);
        views.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=" + UTF_8);
        // Also for an address that ends as a style or a file does.
        views.setForceContentType(true);
        // A page that fails in its middle is a page that says so, not half a page.
        views.setProducePartialOutputWhileProcessing(false);
        views.setRedirectHttp10Compatible(false);
        return views;
    }
}
