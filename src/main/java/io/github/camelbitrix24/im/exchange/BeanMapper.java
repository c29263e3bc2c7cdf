package io.github.camelbitrix24.im.exchange;

import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbitrix24.im.rest.Json;
import org.apache.camel.CamelContext;

/**
 * The mapper that an application's beans are written with: the application's own if it has one, by the rule of
 * camel-jackson that there must be just one in the registry, or else one with the modules on the class path.
 */
public final class BeanMapper {

    private final CamelContext context;
    private volatile ObjectMapper mapper;

    public BeanMapper(CamelContext context) {
        this.context = context;
    }

    public ObjectMapper get() {
        ObjectMapper found = mapper;
        if (found == null) {
            found = find();
            mapper = found;
        }
        return found;
    }

    private ObjectMapper find() {
        Set<ObjectMapper> mappers = context.getRegistry().findByType(ObjectMapper.class);
        ObjectMapper only = mappers.size() == 1 ? mappers.iterator().next() : null;
        // one for XML or YAML is one, too
        return only != null && JsonFactory.FORMAT_NAME_JSON.equals(only.getFactory().getFormatName()) ? only : Json.BEANS;
    }
}
