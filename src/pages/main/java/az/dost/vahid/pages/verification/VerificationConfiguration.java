package az.dost.vahid.pages.verification;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.web.Area;
import jakarta.servlet.MultipartConfigElement;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

@Configuration(proxyBeanMethods = false)
@Import(VerificationController.class)
class VerificationConfiguration {
    private static final Set<VisitorRole> AUDITORS = Set.of(VisitorRole.AUDITOR, VisitorRole.AUDITOR_READ);

    @Bean
    Area verification() {
        return new Area(VerificationController.PATH, "verification.area", 53, AUDITORS);
    }

    /** Once it is known who is there, and before the form's token is read out of the body. */
    @Bean
    Customizer<HttpSecurity> uploadGate(Visitors visitors) {
        return security -> security.addFilterBefore(new UploadGate(visitors, AUDITORS), CsrfFilter.class);
    }

    /** All in memory: the threshold from which on a part goes to a disk is the bound itself. */
    @Bean
    MultipartConfigElement uploads() {
        return new MultipartConfigElement(null, UploadGate.MOST_BYTES, UploadGate.MOST_BYTES, UploadGate.MOST_BYTES);
    }

    @Bean
    MultipartResolver multipartResolver() {
        StandardServletMultipartResolver resolver = new StandardServletMultipartResolver();
        // Else the page that says why a file is not taken would read it.
        resolver.setResolveLazily(true);
        return resolver;
    }
}
