package io.onevisit.bundles;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * The chain of items that takes longest in a bundle, in the order its own process draws (关键路径): what follows one another
 * adds up, what runs beside one another doesn't. Items that were not chosen take no time.
 */
public final class CriticalPath {

    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{(\\w+)}");

    private final Map<String, List<String>> following = new HashMap<>();
    private final Map<String, String> itemOf = new HashMap<>();
    private final Set<String> reached = new HashSet<>();
    private final Map<String, Chain> longest = new HashMap<>();
    private final Map<String, Integer> days;

    /**
     * @param items process variables of the items on the chain, first to last
     * @param days what they take together
     */
    public record Chain(List<String> items, int days) {

        private Chain after(String item, int own) {
            var all = new ArrayList<String>();
            all.add(item);
            all.addAll(items);
            return new Chain(List.copyOf(all), days + own);
        }
    }

    private CriticalPath(Map<String, Integer> days) {
        this.days = days;
    }

    /**
     * @param bpmn the bundle's process
     * @param days what each chosen item takes, by its process variable
     */
    public static Chain of(byte[] bpmn, Map<String, Integer> days) {
        var path = new CriticalPath(days);
        path.read(bpmn);
        return path.following.keySet().stream()
                .filter(node -> !path.reached.contains(node))
                .map(node -> path.from(node, new HashSet<>()))
                .reduce(new Chain(List.of(), 0), CriticalPath::longer);
    }

    private Chain from(String node, Set<String> passed) {
        var known = longest.get(node);
        if (known != null) return known;
        if (!passed.add(node)) return new Chain(List.of(), 0); // a way back: whatever it repeats was counted once
        var rest = following.getOrDefault(node, List.of()).stream()
                .map(next -> from(next, passed))
                .reduce(new Chain(List.of(), 0), CriticalPath::longer);
        passed.remove(node);
        var item = itemOf.get(node);
        var own = item == null ? null : days.get(item);
        var chain = own == null ? rest : rest.after(item, own);
        longest.put(node, chain);
        return chain;
    }

    private static Chain longer(Chain one, Chain other) {
        return other.days > one.days ? other : one;
    }

    private void read(byte[] bpmn) {
        try {
            var reader = factory().createXMLStreamReader(new ByteArrayInputStream(bpmn));
            String node = null;
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) continue;
                switch (reader.getLocalName()) {
                    case "callActivity" -> node = reader.getAttributeValue(null, "id");
                    case "in" -> {
                        var key = reader.getAttributeValue(null, "businessKey");
                        var variable = key == null ? null : VARIABLE.matcher(key);
                        if (node != null && variable != null && variable.matches()) itemOf.put(node, variable.group(1));
                    }
                    case "sequenceFlow" -> {
                        var to = reader.getAttributeValue(null, "targetRef");
                        following
                                .computeIfAbsent(reader.getAttributeValue(null, "sourceRef"), key -> new ArrayList<>())
                                .add(to);
                        reached.add(to);
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The bundle's process cannot be read", e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
