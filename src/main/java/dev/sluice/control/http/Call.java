package dev.sluice.control.http;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/**
 * What is sent to a runtime.
 *
 * @param fields header fields besides those that every request has
 */
record Call(Route.Method method, String target, Map<String, String> fields, byte[] body) {

    private static final byte[] NOTHING = {};

    static Call get(String path, Map<String, String> query, Map<String, String> fields) {
        var parameters = query.entrySet().stream().map(Call::parameter).collect(Collectors.joining("&"));
        return new Call(Route.Method.GET, parameters.isEmpty() ? path : path + "?" + parameters, fields, NOTHING);
    }

    static Call post(String path, Map<String, String> fields, byte[] body) {
        return new Call(Route.Method.POST, path, fields, body);
    }

    private static String parameter(Entry<String, String> parameter) {
        return encoded(parameter.getKey()) + "=" + encoded(parameter.getValue());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As HTTP/1.1, for one connection that ends with the answer. */
    ByteBuffer bytes(Doorway to) {
        var head =
                new StringBuilder(512).append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        field(head, "Host", to.address().getAuthority());
        field(head, "Authorization", "Bearer " + to.secret().reveal());
        field(head, "Connection", "close");
        if (body.length > 0) {
            field(head, "Content-Type", "application/json");
        }
        field(head, "Content-Length", String.valueOf(body.length));
        fields.forEach((name, value) -> field(head, name, value));
        var whole = new ByteArrayOutputStream(head.length() + body.length + 2);
        whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(body);
        return ByteBuffer.wrap(whole.toByteArray());
    }

    private static void field(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
