package org.interactiveml.ui.app;

import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.ui.page.KnownAddresses;
import org.interactiveml.ui.text.LanguageChoice;
import org.interactiveml.ui.text.Translations;

/**
 * Vaadin's servlet, which makes pages through their constructor: each argument is the program's service of that type.
 * Pages without arguments are made as usual.
 */
final class PageServlet extends VaadinServlet {
    private static final long serialVersionUID = 1;

    private final transient List<Object> services;

    PageServlet(List<Object> services) {
        this.services = services;
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        var service = new Service(this, configuration);
        service.init();
        return service;
    }

    private final class Service extends VaadinServletService {
        private static final long serialVersionUID = 1;

        Service(PageServlet servlet, DeploymentConfiguration configuration) {
            super(servlet, configuration);
        }

        @Override
        protected Instantiator createInstantiator() {
            return new ByConstructor(this);
        }
    }

    private final class ByConstructor extends DefaultInstantiator {
        private static final long serialVersionUID = 1;

        ByConstructor(Service service) {
            super(service);
        }

        @Override
        public I18NProvider getI18NProvider() {
            return new Translations();
        }

        @Override
        public Stream<VaadinServiceInitListener> getServiceInitListeners() {
            Stream<VaadinServiceInitListener> own = Stream.concat(
                    Stream.of(new LanguageChoice()),
                    services.stream()
                            .filter(Catalog.class::isInstance)
                            .map(catalog -> new KnownAddresses((Catalog) catalog)));
            return Stream.concat(super.getServiceInitListeners(), own);
        }

        @Override
        public <T> T getOrCreate(Class<T> type) {
            Constructor<?>[] constructors = type.getConstructors();
            if (constructors.length != 1 || constructors[0].getParameterCount() == 0) {
                return super.getOrCreate(type);
            }
            Object[] arguments = Arrays.stream(constructors[0].getParameters())
                    .map(parameter -> service(type, parameter))
                    .toArray();
            try {
                return type.cast(constructors[0].newInstance(arguments));
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException("cannot make the page " + type.getName(), failure);
            }
        }
    }

    private Object service(Class<?> page, Parameter wanted) {
        return services.stream()
                .filter(wanted.getType()::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no service of type %s for the page %s".formatted(wanted.getType(), page.getName())));
    }
}
