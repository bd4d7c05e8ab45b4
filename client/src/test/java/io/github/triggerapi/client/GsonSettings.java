package io.github.triggerapi.client;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Settings of Gson for nulls, which do not change how models are written. */
enum GsonSettings {
    PLAIN(new Gson()),
    WITH_NULLS(new GsonBuilder().serializeNulls().create());

    private final Gson gson;

    GsonSettings(Gson gson) {
        this.gson = gson;
    }

    <T> T read(String json, Class<T> type) {
        return gson.fromJson(json, type);
    }

    String write(Object object) {
        return gson.toJson(object);
    }
}
