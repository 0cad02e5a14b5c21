package app.heirloom.testkit.remote.standin;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form that was received whole. */
record StandInForm(Map<String, byte[]> parts) {
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");

    static StandInForm read(String contentType, byte[] body) {
        String delimiter = "--" + contentType.replaceFirst(".*boundary=", "");
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Map<String, byte[]> parts = new HashMap<>();
        for (String part : text.split(Pattern.quote(delimiter), -1)) {
            int end = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(end < 0 ? "" : part.substring(0, end));
            if (name.find()) {
                String content = part.substring(end + 4, part.length() - 2);
                parts.put(name.group(1), content.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return new StandInForm(parts);
    }

    String text(String name) {
        return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    byte[] bytes(String name) {
        return parts.getOrDefault(name, new byte[0]);
    }
}
