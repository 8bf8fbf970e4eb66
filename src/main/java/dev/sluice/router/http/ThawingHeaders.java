package dev.sluice.router.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Headers that leave to Netty's own what is seldom asked of them, and become those at the first such question. Names in
 * strings are names like any other.
 */
abstract class ThawingHeaders extends HttpHeaders {

    /** Netty's own, with the same fields: what holds from now on. */
    abstract HttpHeaders thaw();

    @Override
    public @Nullable String get(String name) {
        return get((CharSequence) name);
    }

    @Override
    public List<String> getAll(String name) {
        return getAll((CharSequence) name);
    }

    @Override
    public boolean contains(String name) {
        return contains((CharSequence) name);
    }

    @Override
    public HttpHeaders set(String name, Object value) {
        return set((CharSequence) name, value);
    }

    @Override
    public HttpHeaders remove(String name) {
        return remove((CharSequence) name);
    }

    @Override
    public Integer getInt(CharSequence name) {
        return thaw().getInt(name);
    }

    @Override
    public int getInt(CharSequence name, int otherwise) {
        return thaw().getInt(name, otherwise);
    }

    @Override
    public Short getShort(CharSequence name) {
        return thaw().getShort(name);
    }

    @Override
    public short getShort(CharSequence name, short otherwise) {
        return thaw().getShort(name, otherwise);
    }

    @Override
    public Long getTimeMillis(CharSequence name) {
        return thaw().getTimeMillis(name);
    }

    @Override
    public long getTimeMillis(CharSequence name, long otherwise) {
        return thaw().getTimeMillis(name, otherwise);
    }

    @Override
    public List<Map.Entry<String, String>> entries() {
        return thaw().entries();
    }

    @Override
    @Deprecated
    public Iterator<Map.Entry<String, String>> iterator() {
        return thaw().entries().iterator();
    }

    @Override
    public Iterator<Map.Entry<CharSequence, CharSequence>> iteratorCharSequence() {
        return thaw().iteratorCharSequence();
    }

    @Override
    public boolean isEmpty() {
        return thaw().isEmpty();
    }

    @Override
    public int size() {
        return thaw().size();
    }

    @Override
    public Set<String> names() {
        return thaw().names();
    }

    @Override
    public HttpHeaders add(String name, Object value) {
        thaw().add(name, value);
        return this;
    }

    @Override
    public HttpHeaders add(String name, Iterable<?> values) {
        thaw().add(name, values);
        return this;
    }

    @Override
    public HttpHeaders addInt(CharSequence name, int value) {
        thaw().addInt(name, value);
        return this;
    }

    @Override
    public HttpHeaders addShort(CharSequence name, short value) {
        thaw().addShort(name, value);
        return this;
    }

    @Override
    public HttpHeaders set(String name, Iterable<?> values) {
        thaw().set(name, values);
        return this;
    }

    @Override
    public HttpHeaders setInt(CharSequence name, int value) {
        thaw().setInt(name, value);
        return this;
    }

    @Override
    public HttpHeaders setShort(CharSequence name, short value) {
        thaw().setShort(name, value);
        return this;
    }

    @Override
    public HttpHeaders clear() {
        thaw().clear();
        return this;
    }
}
