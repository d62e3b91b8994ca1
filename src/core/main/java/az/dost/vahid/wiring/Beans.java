package az.dost.vahid.wiring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportAware;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.StringUtils;

/**
 * Beans that need nothing but other beans: each is made by its constructor, and closed when it is
 * {@link AutoCloseable}. Routes call a bean by the name of its class ({@code httpFace}); {@link Import} would put the
 * package before it, and open each class once more to look for methods of a configuration.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(Beans.Registrar.class)
public @interface Beans {
    /** Classes with one constructor. */
    Class<?>[] value();

    /** Registers the beans of the configuration that it stands at. */
    final class Registrar implements BeanRegistrar, ImportAware {
        private Class<?>[] classes;

        @Override
        public void setImportMetadata(AnnotationMetadata configuration) {
            classes = configuration.getAnnotations().get(Beans.class).getClassArray("value");
        }

        @Override
        public void register(BeanRegistry beans, Environment environment) {
            for (Class<?> one : classes) {
                beans.registerBean(StringUtils.uncapitalizeAsProperty(one.getSimpleName()), one);
            }
        }
    }
}
