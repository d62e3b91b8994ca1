package az.dost.vahid.pages.verification;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.web.Area;
import jakarta.servlet.MultipartConfigElement;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

@Configuration(proxyBeanMethods = false)
@Import(VerificationController.class)
class VerificationConfiguration {
    /**
     * Between sessions, which say whether somebody is there, and security, which reads the form's token out of the
     * body.
     */
    private static final int BEFORE_SECURITY = -150;

    @Bean
    Area verification() {
        return new Area(
                VerificationController.PATH,
                "verification.area",
                53,
                Set.of(VisitorRole.AUDITOR, VisitorRole.AUDITOR_READ));
    }

    @Bean
    FilterRegistrationBean<UploadGate> uploadGate() {
        FilterRegistrationBean<UploadGate> registration = new FilterRegistrationBean<>(new UploadGate());
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    /** All in memory: the threshold from which on a part goes to a disk is the bound itself. */
    @Bean
    MultipartConfigElement uploads() {
        return new MultipartConfigElement(null, UploadGate.MOST_BYTES, UploadGate.MOST_BYTES, UploadGate.MOST_BYTES);
    }

    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver();
    }
}
