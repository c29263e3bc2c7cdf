package io.github.camelbitrix24.im.testkit;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.camelbitrix24.im.testkit.http.Answer;
import io.github.camelbitrix24.im.testkit.http.Body;
import io.github.camelbitrix24.im.testkit.http.Request;

/** The portal's new name: whoever still calls the old one is sent there, with the path of the call. */
final class Renaming {

    private String address;
    private int status;

    void to(String newAddress, int redirect) {
        address = newAddress.replaceFirst("/+$", "");
        status = redirect;
    }

    void undo() {
        address = null;
    }

    Optional<String> newAddress() {
        return Optional.ofNullable(address);
    }

    Optional<Answer> answer(Request request) {
        if (address == null || URI.create(address).getRawAuthority().equalsIgnoreCase(request.header("host"))) {
            return Optional.empty();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/html");
        headers.put("Location", address + request.target());
        return Optional.of(new Answer(status, headers, Body.of(new byte[0])));
    }
}
