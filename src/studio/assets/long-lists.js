// A field above a long list, in which words are typed to find something. Without this script the list is there whole.

document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-finds]")) return;
  const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
  showOnly(longListOf(event.target), words);
});

document.addEventListener("keydown", (event) => {
  if (!event.target.matches("[data-finds]") || !["Enter", "ArrowDown"].includes(event.key)) return;
  // Enter would send the form.
  event.preventDefault();
  if (event.target.value.trim() !== "") longListOf(event.target).focus();
});

document.addEventListener("focusout", (event) => {
  const finder = event.target.closest(".finder");
  if (!finder || finder.contains(event.relatedTarget)) return;
  const field = finder.querySelector("[data-finds]");
  if (!field || field.value === "") return;
  field.value = "";
  showOnly(longListOf(field), []);
});

function longListOf(field) {
  return field.closest(".finder").querySelector("select");
}

/** Open, with only what has all words in it; as it was when there are none. What is chosen stays in sight. */
function showOnly(list, words) {
  const shown = [...list.options].filter((option) => {
    const text = option.text.toLowerCase();
    option.hidden = !option.selected && !words.every((word) => text.includes(word));
    return !option.hidden;
  });
  if (words.length === 0) list.removeAttribute("size");
  else list.size = Math.min(8, Math.max(2, shown.length));
}
