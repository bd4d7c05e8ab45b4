(function () {
  var form = document.getElementById("filter");
  var rows = document.querySelectorAll("[data-operation]");
  function filter() {
    var text = form.elements.text.value.trim().toLowerCase();
    var shown = 0;
    rows.forEach(function (row) {
      var failed = row.hasAttribute("data-failed") || !form.elements.failed.checked;
      row.hidden = !failed || !row.dataset.operation.includes(text);
      shown += row.hidden ? 0 : 1;
    });
    form.elements.shown.value = shown + " of " + rows.length + " rows";
  }
  form.addEventListener("input", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.hidden = false;
  filter();
  // By itself a browser leaves a link half under the first column.
  document.querySelector(".scroll").addEventListener("focusin", function (event) {
    if (event.target.matches("td :focus-visible")) {
      event.target.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  });
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (details) { details.open = true; });
  });
})();
