package az.dost.vahid.pages.web;

import az.dost.vahid.pages.login.KeptForm;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.setting.PagesSettings;
import az.dost.vahid.pages.words.Names;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@Import({
    Assets.class,
    Areas.class,
    Languages.class,
    AssetController.class,
    HomeController.class,
    FailedRequests.class,
    StateAdvice.class
})
class WebConfiguration {
    /** After whoever asks is known. */
    private static final int FRAME = 0;

    @Bean
    FilterRegistrationBean<FrameFilter> frame(
            Names names, Languages languages, Assets assets, PagesSettings settings, KeptForm kept) {
        FilterRegistrationBean<FrameFilter> registration =
                new FilterRegistrationBean<>(new FrameFilter(names, languages, assets, settings, kept));
        registration.setOrder(FRAME);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    @Bean
    WebMvcConfigurer guards(Areas areas, Visitors visitors) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AreaGuard(areas, visitors));
            }
        };
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> dispatcher(
            WebApplicationContext context, MultipartConfigElement uploads) {
        ServletRegistrationBean<DispatcherServlet> registration =
                new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
        registration.setMultipartConfig(uploads);
        return registration;
    }
}
