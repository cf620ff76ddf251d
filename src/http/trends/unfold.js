// Opens all that is folded at once, and folds it again. Without this script each can be opened by itself.

document.addEventListener("click", (event) => {
  const button = event.target.closest("button.unfold");
  if (!button) return;
  const isOpen = button.getAttribute("aria-pressed") === "false";
  button.setAttribute("aria-pressed", String(isOpen));
  for (const details of document.querySelectorAll(".sections details")) details.open = isOpen;
});
